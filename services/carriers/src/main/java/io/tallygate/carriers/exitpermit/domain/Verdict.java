package io.tallygate.carriers.exitpermit.domain;

/** What a decider says. */
public enum Verdict {
    APPROVE,
    REJECT
}
