package io.tallygate.standalone.servers;

/** A store that cannot be started or set up; the message names the reason as far as the store told it. */
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ServerException(String message) {
        super(message);
    }

    public ServerException(String message, Throwable cause) {
        super(message, cause);
    }
}
