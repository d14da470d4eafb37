package io.tallygate.llrp.client;

/** A request got no answer: the time ran out or the connection ended first. */
final class UnansweredException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnansweredException(String detail) {
        super(detail);
    }
}
