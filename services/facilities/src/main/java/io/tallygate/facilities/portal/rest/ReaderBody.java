package io.tallygate.facilities.portal.rest;

import io.tallygate.commons.problem.Violations;
import io.tallygate.facilities.portal.domain.Reader;
import java.util.Objects;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where a reader listens, in requests and answers alike. */
@Schema(
        name = "PortalReader",
        requiredProperties = {"host", "port"})
public record ReaderBody(
        @Schema(description = "Name or IP address") @Nullable
        String host,

        @Schema(minimum = "1", maximum = "65535") @Nullable Integer port,
        @Schema(defaultValue = "false") @Nullable Boolean tls,

        @Schema(
                pattern = "[0-9A-Fa-f]{64}",
                description = "SHA-256 of the one certificate it may show; left out for any of a trusted authority")
        @Nullable
        String tlsPinSha256) {

    private static final Pattern PIN = Pattern.compile("[0-9A-Fa-f]{64}");

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern IP_6 = Pattern.compile("[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");

    static ReaderBody of(Reader reader) {
        return new ReaderBody(reader.host(), reader.port(), reader.tls(), reader.tlsPinSha256());
    }

    Reader toReader() {
        return new Reader(
                Objects.requireNonNull(host), Objects.requireNonNull(port), Boolean.TRUE.equals(tls), tlsPinSha256);
    }

    void check(Violations violations) {
        violations.requirePresent("reader.host", host);
        violations.addIf(
                host != null
                        && !NAME.matcher(host).matches()
                        && !IP_6.matcher(host).matches(),
                "reader.host",
                "MALFORMED",
                "a host name or an IP address");
        Ranges.require(violations, "reader.port", port, 1, 65_535);
        violations.requireMatch("reader.tlsPinSha256", tlsPinSha256, PIN, "MALFORMED", "64 hexadecimal digits");
        violations.addIf(
                tlsPinSha256 != null && !Boolean.TRUE.equals(tls),
                "reader.tlsPinSha256",
                "PIN_WITHOUT_TLS",
                "a certificate is shown over TLS only");
    }
}
