<<<<<<< HEAD
=======
/** From text to tokens with their original offsets. Knows no rubric. */
>>>>>>> 016c139feadf17569a4919250bcaa3c807ed6e64
@NullMarked
package dev.empathy.internal.text;

import org.jspecify.annotations.NullMarked;
