package io.tallygate.facilities.portal.domain;

import java.util.Locale;

/**
 * Where the LLRP reader listens.
 *
 * @param host name or address; kept in lower case, because names that differ in case only are one
 * @param tls whether it speaks TLS
 * @param tlsPin SHA-256 of the one certificate it may show, hexadecimal digits, kept in upper case; empty for none
 */
public record Reader(String host, int port, boolean tls, String tlsPin) {

    public Reader {
        host = host.toLowerCase(Locale.ROOT);
        tlsPin = tlsPin.replace(":", "").toUpperCase(Locale.ROOT);
    }
}
