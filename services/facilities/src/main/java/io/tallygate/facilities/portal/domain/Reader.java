package io.tallygate.facilities.portal.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the LLRP reader listens.
 *
 * @param host name or address; kept in lower case, because names that differ in case only are one
 * @param tls whether it speaks TLS
 * @param tlsPin SHA-256 of the one certificate it may show, hexadecimal digits, kept in upper case; empty for none
 * @param transmitPowerDbm the strongest power its antennas may send with; null for what the reader is set to
 */
public record Reader(
        String host,
        int port,
        boolean tls,
        String tlsPin,
        @Nullable Double transmitPowerDbm) {

    public Reader {
        host = host.toLowerCase(Locale.ROOT);
        tlsPin = tlsPin.replace(":", "").toUpperCase(Locale.ROOT);
    }
}
