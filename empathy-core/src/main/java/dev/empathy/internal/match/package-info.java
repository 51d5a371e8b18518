<<<<<<< HEAD
=======
/** From phrases to hits, in one pass over the tokens. Knows no score. */
>>>>>>> 016c139feadf17569a4919250bcaa3c807ed6e64
@NullMarked
package dev.empathy.internal.match;

import org.jspecify.annotations.NullMarked;
