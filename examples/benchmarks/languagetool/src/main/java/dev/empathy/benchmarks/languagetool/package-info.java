/** LanguageTool, with nothing of ours around it. */
@NullMarked
package dev.empathy.benchmarks.languagetool;

import org.jspecify.annotations.NullMarked;
