package io.tallygate.carriers.exitpermit.domain;

/** The two posts that approve a permit, each filled by another person (C17). */
public enum Post {
    SECRECY_OFFICER,
    LEADER
}
