package io.tallygate.incidents.incident.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * Names an incident. It derives from the cause (UUID version 5, RFC 9562), so that the same cause, delivered however often and to
 * however many consumers, is the same incident.
 */
public record IncidentId(UUID value) {

    private static final UUID NAMESPACE = UUID.fromString("5f6c1a52-3d0e-5c36-9a63-0e2b7a1d4c80");

    static IncidentId ofCause(String cause) {
        return new IncidentId(version5(cause));
    }

    /** Empty when it is no UUID, and so no incident's. */
    public static Optional<IncidentId> parse(String text) {
        try {
            UUID uuid = UUID.fromString(text);
            return uuid.toString().equals(text) ? Optional.of(new IncidentId(uuid)) : Optional.empty();
        } catch (IllegalArgumentException notAUuid) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }

    private static UUID version5(String name) {
        byte[] hash = sha1(NAMESPACE, name.getBytes(StandardCharsets.UTF_8));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x50);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        ByteBuffer bytes = ByteBuffer.wrap(hash);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    private static byte[] sha1(UUID namespace, byte[] name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            return digest.digest(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
