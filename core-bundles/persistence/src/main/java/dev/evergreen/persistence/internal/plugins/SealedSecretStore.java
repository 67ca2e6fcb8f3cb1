package dev.evergreen.persistence.internal.plugins;

import dev.evergreen.domain.Problem;
import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.plugin.SecretStore;
import dev.evergreen.domain.storage.NodeData;
import dev.evergreen.persistence.internal.Database;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Secrets in {@code secrets}, each sealed by AES-256-GCM with a random nonce and bound to its id, so that rows cannot be
 * exchanged (NIST SP 800-38D). The key is not in the database.
 */
@Component
public final class SealedSecretStore implements SecretStore {
    private static final String STORED = "secret:";
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final Database database;
    private final UnaryOperator<@Nullable String> environment;
    private final SecretKey key;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public SealedSecretStore(@Reference Database database, @Reference NodeData nodeData) {
        this(database, nodeData.root(), System::getenv);
    }

    SealedSecretStore(Database database, Path dataFolder, UnaryOperator<@Nullable String> environment) {
        this.database = database;
        this.environment = environment;
        this.key = SecretKeys.find(environment, dataFolder);
    }

    @Override
    public String put(String value) {
        UUID id = UUID.randomUUID();
        byte[] sealed = seal(id, value);
        database.with(handle -> handle.createUpdate("INSERT INTO secrets (id, sealed) VALUES (:id, :sealed)")
                .bind("id", id)
                .bind("sealed", sealed)
                .execute());
        return STORED + id;
    }

    @Override
    public String resolve(String reference) {
        if (reference.startsWith(ENVIRONMENT)) {
            String value = environment.apply(reference.substring(ENVIRONMENT.length()));
            if (value == null) {
                throw invalid(
                        "The environment variable of " + reference + " is not set; set it and start the node again.");
            }
            return value;
        }
        if (reference.startsWith(FILE)) {
            return read(reference);
        }
        if (reference.startsWith(STORED)) {
            return open(reference);
        }
        throw invalid("A secret is given as env:NAME, file:PATH or secret:ID; this is none of them.");
    }

    @Override
    public void remove(String reference) {
        if (reference.startsWith(STORED)) {
            database.with(handle -> handle.createUpdate("DELETE FROM secrets WHERE id = :id")
                    .bind("id", id(reference))
                    .execute());
        }
    }

    private String read(String reference) {
        try {
            return Files.readString(Path.of(reference.substring(FILE.length()))).strip();
        } catch (IOException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID, "secret", "The file of " + reference + " cannot be read: " + e)),
                    e);
        }
    }

    private String open(String reference) {
        UUID id = id(reference);
        byte[] sealed = database.with(handle -> handle.createQuery("SELECT sealed FROM secrets WHERE id = :id")
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> invalid("There is no " + reference + " any more; enter the key again.")));
        try {
            ByteBuffer bytes = ByteBuffer.wrap(sealed);
            if (bytes.get() != VERSION) {
                throw new GeneralSecurityException("sealed by another version of Evergreen");
            }
            byte[] nonce = new byte[NONCE_BYTES];
            bytes.get(nonce);
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, nonce, id);
            byte[] plain = cipher.doFinal(sealed, bytes.position(), bytes.remaining());
            return new String(plain, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new ProblemException(
                    List.of(new Problem(
                            Problem.Kind.INVALID,
                            "secret",
                            reference + " was sealed with another key than this node's; give all nodes the same"
                                    + " EVERGREEN_SECRET_KEY, or enter the key again.")),
                    e);
        }
    }

    private byte[] seal(UUID id, String value) {
        try {
            byte[] nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, id).doFinal(value.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(VERSION)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + CIPHER, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, UUID id) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(id.toString().getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private static UUID id(String reference) {
        try {
            return UUID.fromString(reference.substring(STORED.length()));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(
                    List.of(new Problem(Problem.Kind.INVALID, "secret", "Not the reference of a secret: " + reference)),
                    e);
        }
    }

    private static ProblemException invalid(String message) {
        return new ProblemException(Problem.Kind.INVALID, "secret", message);
    }
}
