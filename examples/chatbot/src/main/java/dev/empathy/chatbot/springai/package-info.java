/** Drafts audited in Spring AI. */
@NullMarked
package dev.empathy.chatbot.springai;

import org.jspecify.annotations.NullMarked;
