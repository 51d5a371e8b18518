package dev.empathy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.io.Serializable;

/**
 * Which rubric spoke.
 *
 * @param id its name
 * @param version its author's version of it
 * @param sha256 the hash over its files; empty where a program built it
 * @param locale its language
 */
@JsonPropertyOrder({"id", "version", "sha256", "locale"})
public record RubricRef(String id, String version, String sha256, String locale)
    implements Serializable {}
