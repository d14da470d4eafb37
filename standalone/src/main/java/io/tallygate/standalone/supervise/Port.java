package io.tallygate.standalone.supervise;

/**
 * A port on 127.0.0.1 that a part listens on.
 *
 * @param setting the environment variable that moves it
 */
public record Port(int number, String setting) {}
