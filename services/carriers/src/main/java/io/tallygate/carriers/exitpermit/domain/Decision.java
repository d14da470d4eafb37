package io.tallygate.carriers.exitpermit.domain;

import java.time.Instant;

/**
 * One person's decision.
 *
 * @param by user name
 * @param post the post in which they decided
 * @param comment empty where none was given
 */
public record Decision(String by, Post post, Verdict verdict, String comment, Instant at) {}
