/**
 * A chatbot that looks at its drafts before it sends them. What LangChain4j, Spring AI and a bot
 * without a model have in common.
 */
@NullMarked
package dev.empathy.chatbot;

import org.jspecify.annotations.NullMarked;
