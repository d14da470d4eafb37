package io.tallygate.llrp.client;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * The one certificate that a reader may show, by the SHA-256 digest of its DER form. Readers bear self-signed certificates without
 * a usable name, so neither an authority nor a host name is asked; the digest alone is, and it is asked always.
 *
 * @param sha256 64 upper-case hexadecimal digits
 */
public record CertificatePin(String sha256) {

    /** @throws IllegalArgumentException for anything but 32 bytes in hexadecimal digits, with or without colons */
    public CertificatePin {
        sha256 = sha256.replace(":", "").toUpperCase(Locale.ROOT);
        if (!sha256.matches("[0-9A-F]{64}")) {
            throw new IllegalArgumentException("a SHA-256 fingerprint has 64 hexadecimal digits");
        }
    }

    /** The pin of {@code certificate}. */
    public static CertificatePin of(X509Certificate certificate) throws CertificateException {
        return new CertificatePin(digest(certificate));
    }

    private static String digest(X509Certificate certificate) throws CertificateException {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.of().withUpperCase().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new CertificateException("this JVM has no SHA-256", e);
        }
    }

    /**
     * The client side of a TLS connection to that reader alone.
     *
     * @throws SSLException when TLS cannot be had here
     */
    public SslContext clientContext() throws SSLException {
        // Netty would else ask for a host name that a self-signed certificate does not have.
        return SslContextBuilder.forClient()
                .trustManager(new PinnedTrust())
                .endpointIdentificationAlgorithm(null)
                .build();
    }

    private void require(X509Certificate[] chain) throws CertificateException {
        if (chain.length == 0) {
            throw new CertificateException("the reader shows no certificate");
        }
        String shown = digest(chain[0]);
        if (!shown.equals(sha256)) {
            throw new CertificateException("the reader shows certificate " + shown + ", pinned is " + sha256);
        }
    }

    private final class PinnedTrust extends X509ExtendedTrustManager {

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            require(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw new CertificateException("this side serves nobody");
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            checkClientTrusted(chain, authType);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
