package io.tallygate.facilities.portal.domain;

import java.util.Locale;

/**
 * Where the LLRP reader listens.
 *
 * @param host name or address; kept in lower case, because names that differ in case only are one
 * @param tls whether it speaks TLS
 */
public record Reader(String host, int port, boolean tls) {

    public Reader {
        host = host.toLowerCase(Locale.ROOT);
    }
}
