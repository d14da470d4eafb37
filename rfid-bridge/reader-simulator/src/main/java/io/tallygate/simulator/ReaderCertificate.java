package io.tallygate.simulator;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.tallygate.llrp.client.CertificatePin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A self-signed certificate, made for this run by the JDK's {@code keytool} and kept nowhere.
 *
 * @param pin its fingerprint, to be told to the bridge
 */
public record ReaderCertificate(PrivateKey key, X509Certificate certificate, CertificatePin pin) {

    private static final String ALIAS = "reader";

    /** Of no use to anybody: the store lives for the length of one call. */
    private static final String PASSWORD = "simulated";

    /**
     * Makes one.
     *
     * @throws IOException when {@code keytool} is not there or fails
     */
    public static ReaderCertificate generate() throws IOException {
        Path folder = Files.createTempDirectory("simulated-reader");
        Path store = folder.resolve("reader.p12");
        try {
            runKeytool(store);
            return read(store);
        } catch (GeneralSecurityException e) {
            throw new IOException("the certificate cannot be read back", e);
        } finally {
            Files.deleteIfExists(store);
            Files.deleteIfExists(folder);
        }
    }

    private static void runKeytool(Path store) throws IOException {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=simulated reader",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (keytool.waitFor() != 0) {
                throw new IOException("keytool: " + said.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while keytool ran", e);
        }
    }

    private static ReaderCertificate read(Path store) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        X509Certificate certificate = (X509Certificate) keys.getCertificate(ALIAS);
        PrivateKey key = (PrivateKey) keys.getKey(ALIAS, PASSWORD.toCharArray());
        return new ReaderCertificate(key, certificate, CertificatePin.of(certificate));
    }

    /** The reader's side of TLS. */
    SslContext serverContext() {
        try {
            return SslContextBuilder.forServer(key, certificate).build();
        } catch (IOException e) {
            throw new IllegalStateException("TLS cannot be had here", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "certificate " + pin.sha256();
    }
}
