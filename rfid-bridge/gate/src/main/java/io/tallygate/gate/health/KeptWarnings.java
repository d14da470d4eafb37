package io.tallygate.gate.health;

import io.tallygate.contracts.rfid.v1.PortalHealth;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The warnings of every portal that a restart of the bridge must not forget, because nothing but use shows whether they are over: a horn
 * that was silent at the last alarm. On disk one delimited {@link PortalHealth} for each portal that has any, written aside and
 * moved into place by a thread of its own: a reader's event loop waits for no disk. What a lost file forgets is found again at the
 * next alarm, so a disk that refuses is told of and nothing else.
 */
public final class KeptWarnings implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KeptWarnings.class);

    private final Path file;
    private final Map<String, List<PortalWarning>> kept = new TreeMap<>();
    private final Object disk = new Object();
    private boolean changed;

    private KeptWarnings(Path file) {
        this.file = file;
    }

    /** Reads the file; without one, or with a damaged one, nothing is kept. */
    public static KeptWarnings open(Path file) {
        KeptWarnings opened = new KeptWarnings(file);
        try {
            opened.read();
        } catch (IOException e) {
            LOG.error("the warnings kept in {} cannot be read", file, e);
        }
        return opened;
    }

    public synchronized List<PortalWarning> of(String portal) {
        return kept.getOrDefault(portal, List.of());
    }

    /** From now on these of that portal; on the disk soon. */
    void keep(String portal, List<PortalWarning> warnings) {
        synchronized (this) {
            if (warnings.isEmpty()) {
                kept.remove(portal);
            } else {
                kept.put(portal, List.copyOf(warnings));
            }
            changed = true;
        }
        var unused = Thread.ofVirtual().name("kept-warnings").start(this::write);
    }

    /** Returns when the disk has them. */
    @Override
    public void close() {
        write();
    }

    private void write() {
        synchronized (disk) {
            try {
                byte[] newest = newest();
                if (newest == null) {
                    return;
                }
                Path aside = file.resolveSibling(file.getFileName() + ".new");
                Files.write(aside, newest);
                Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                LOG.error("warnings cannot be kept in {}", file, e);
            }
        }
    }

    /** What the disk does not have yet; null when it has all of it, or another thread came first. */
    private synchronized byte @Nullable [] newest() throws IOException {
        if (!changed) {
            return null;
        }
        changed = false;
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Map.Entry<String, List<PortalWarning>> portal : kept.entrySet()) {
            PortalHealth.Builder message = PortalHealth.newBuilder().setPortalCode(portal.getKey());
            portal.getValue().forEach(warning -> message.addWarnings(message(warning)));
            message.build().writeDelimitedTo(bytes);
        }
        return bytes.toByteArray();
    }

    private static io.tallygate.contracts.rfid.v1.PortalWarning message(PortalWarning warning) {
        return io.tallygate.contracts.rfid.v1.PortalWarning.newBuilder()
                .setCode(warning.code())
                .setDetail(warning.detail())
                .setSinceUs(ChronoUnit.MICROS.between(Instant.EPOCH, warning.since()))
                .build();
    }

    private void read() throws IOException {
        if (!Files.exists(file)) {
            return;
        }
        try (InputStream in = Files.newInputStream(file)) {
            PortalHealth next = PortalHealth.parseDelimitedFrom(in);
            while (next != null) {
                kept.put(
                        next.getPortalCode(),
                        next.getWarningsList().stream()
                                .map(KeptWarnings::warning)
                                .toList());
                next = PortalHealth.parseDelimitedFrom(in);
            }
        }
    }

    private static PortalWarning warning(io.tallygate.contracts.rfid.v1.PortalWarning message) {
        return new PortalWarning(
                message.getCode(), message.getDetail(), Instant.EPOCH.plus(message.getSinceUs(), ChronoUnit.MICROS));
    }
}
