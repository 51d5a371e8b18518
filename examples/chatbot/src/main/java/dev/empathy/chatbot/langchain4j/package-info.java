/** Drafts audited in LangChain4j. */
@NullMarked
package dev.empathy.chatbot.langchain4j;

import org.jspecify.annotations.NullMarked;
