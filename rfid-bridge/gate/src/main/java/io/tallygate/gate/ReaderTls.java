package io.tallygate.gate;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The client side of LLRP over TLS (port 5085). */
final class ReaderTls {
    private ReaderTls() {}

    /** @param certificates PEM file to pin readers to; without it the JVM's trust holds */
    static SslContext context(Optional<Path> certificates) throws IOException {
        // Without pinned certificates the name is all that tells a reader from any other host of the same authority.
        SslContextBuilder builder = SslContextBuilder.forClient()
                .endpointIdentificationAlgorithm(certificates.isPresent() ? null : "HTTPS");
        try {
            certificates.ifPresent(file -> builder.trustManager(file.toFile()));
        } catch (IllegalArgumentException e) {
            throw new IOException("the reader certificates cannot be read", e);
        }
        return builder.build();
    }
}
