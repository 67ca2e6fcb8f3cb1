package dev.evergreen.cache.redis.internal;

import dev.evergreen.domain.storage.StorageException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Encrypted connections: whom they trust, and that the certificate must name the host. */
final class Tls {
    private Tls() {}

    /** @param certificates a PEM file; empty for Java's own */
    static SSLSocketFactory factory(Optional<Path> certificates) {
        if (certificates.isEmpty()) {
            return (SSLSocketFactory) SSLSocketFactory.getDefault();
        }
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(keys(certificates.get()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException | GeneralSecurityException e) {
            throw new StorageException(
                    StorageException.Kind.MISCONFIGURED,
                    "The certificates in " + certificates.get() + " cannot be used: " + e.getMessage()
                            + "; correct tls.certificates in etc/dev.evergreen.cache.redis.cfg",
                    e);
        }
    }

    static SSLParameters parameters() {
        SSLParameters parameters = new SSLParameters(null, new String[] {"TLSv1.3", "TLSv1.2"});
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        return parameters;
    }

    private static KeyStore keys(Path file) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance(KeyStore.getDefaultType());
        keys.load(null, null);
        try (InputStream content = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(content)) {
                keys.setCertificateEntry("trusted-" + number++, certificate);
            }
        }
        return keys;
    }
}
