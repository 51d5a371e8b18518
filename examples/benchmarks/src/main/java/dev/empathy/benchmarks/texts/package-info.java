/** What is measured on: messages and phrases. */
@NullMarked
package dev.empathy.benchmarks.texts;

import org.jspecify.annotations.NullMarked;
