package io.tallygate.facilities.portal.domain;

/** What the gate does with a crossing while its copy of the ledger is too old to judge by. */
public enum FailMode {
    /** Sounds the alarm. */
    SECURE,
    /** Records it only. */
    OPEN
}
