package io.tallygate.gate.portal;

import io.netty.handler.ssl.SslContext;
import io.tallygate.gate.ledger.PortalPlan.ReaderAddress;
import io.tallygate.llrp.client.CertificatePin;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * The client side of TLS for each reader.
 *
 * @param usual for those on TLS that are pinned to no certificate of their own
 */
public record ReaderContexts(SslContext usual) {

    /** Null for a reader in the clear. */
    public @Nullable SslContext of(ReaderAddress reader) {
        if (!reader.tls()) {
            return null;
        }
        try {
            return reader.tlsPin().isEmpty() ? usual : new CertificatePin(reader.tlsPin()).clientContext();
        } catch (SSLException e) {
            throw new IllegalStateException("TLS cannot be had here", e);
        }
    }
}
