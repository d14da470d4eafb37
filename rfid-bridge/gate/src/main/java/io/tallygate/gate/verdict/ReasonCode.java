package io.tallygate.gate.verdict;

/** Why a verdict is what it is. The names go into events and incidents and never change. */
public enum ReasonCode {
    FOREIGN_TAG,
    UNREGISTERED_TAG,
    GHOST_ITEM,
    TAG_MISMATCH,
    PERMITTED,
    PERMIT_NOT_YET_VALID,
    PERMIT_EXPIRED,
    WRONG_PORTAL,
    NO_PERMIT,
    STATE_UNKNOWN,
    RETURNED,
    RETURN_UNEXPECTED
}
