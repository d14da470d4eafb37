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
                description =
                        "SHA-256 of the one certificate it may show: 64 hexadecimal digits, with or without colons",
                examples = "9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08")
        @Nullable
        String tlsPinSha256,

        @Schema(
                minimum = "-10",
                maximum = "40",
                description =
                        "The strongest power its antennas may send with, in dBm. Left out: what the reader is set to")
        @Nullable
        Double transmitPowerDbm) {

    private static final Pattern PIN = Pattern.compile("[0-9A-Fa-f]{2}(:?[0-9A-Fa-f]{2}){31}");

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern IP_6 = Pattern.compile("[0-9A-Fa-f]{0,4}(:[0-9A-Fa-f]{0,4}){2,7}");

    public static ReaderBody of(Reader reader) {
        return new ReaderBody(
                reader.host(),
                reader.port(),
                reader.tls(),
                reader.tlsPin().isEmpty() ? null : reader.tlsPin(),
                reader.transmitPowerDbm());
    }

    /** Everything that is wrong with it, at {@code reader.…}. */
    public void check(Violations violations) {
        violations.requirePresent("reader.host", host);
        violations.addIf(
                host != null
                        && !NAME.matcher(host).matches()
                        && !IP_6.matcher(host).matches(),
                "reader.host",
                "MALFORMED",
                "a host name or an IP address");
        Ranges.require(violations, "reader.port", port, 1, 65_535);
        violations.addIf(
                tlsPinSha256 != null && !PIN.matcher(tlsPinSha256).matches(),
                "reader.tlsPinSha256",
                "MALFORMED",
                "64 hexadecimal digits");
        // A pin that nothing asks for would let the installer believe that the line is safe.
        violations.addIf(
                tlsPinSha256 != null && !Boolean.TRUE.equals(tls),
                "reader.tlsPinSha256",
                "NEEDS_TLS",
                "a certificate is shown over TLS alone");
        Ranges.power(violations, "reader.transmitPowerDbm", transmitPowerDbm);
    }

    /** Of a body that {@link #check} has nothing against. */
    public Reader toReader() {
        return new Reader(
                Objects.requireNonNull(host),
                Objects.requireNonNull(port),
                Boolean.TRUE.equals(tls),
                Objects.requireNonNullElse(tlsPinSha256, ""),
                transmitPowerDbm);
    }
}
