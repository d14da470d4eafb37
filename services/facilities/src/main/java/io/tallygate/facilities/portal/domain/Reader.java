package io.tallygate.facilities.portal.domain;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where the LLRP reader listens.
 *
 * @param host name or address; kept in lower case, because names that differ in case only are one
 * @param tls whether it speaks TLS
 * @param tlsPinSha256 SHA-256 of the one certificate it may show, upper-case hex; null for any that a trusted authority signed
 */
public record Reader(
        String host, int port, boolean tls, @Nullable String tlsPinSha256) {

    public Reader {
        host = host.toLowerCase(Locale.ROOT);
        tlsPinSha256 = tlsPinSha256 == null ? null : tlsPinSha256.toUpperCase(Locale.ROOT);
    }
}
