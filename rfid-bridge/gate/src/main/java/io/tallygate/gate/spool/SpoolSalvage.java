package io.tallygate.gate.spool;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes over a file that a former process left. What a kill has left half written at its end is cut off. A file damaged
 * otherwise is set aside as {@code <name>.damaged-<ms>}, for people to look at, and its whole records go on in a new one.
 */
final class SpoolSalvage {
    private static final Logger LOG = LoggerFactory.getLogger(SpoolSalvage.class);
    private static final String UNFINISHED = ".salvage";

    private final SpoolSegment segment;
    private final long onDisk;
    private final List<Range> whole = new ArrayList<>();
    private long last;

    /** @param to not included */
    private record Range(long from, long to) {}

    private SpoolSalvage(SpoolSegment segment) {
        this.segment = segment;
        this.onDisk = segment.size();
        this.last = segment.firstSequence() - 1;
    }

    /** Finishes what a kill has interrupted: before the old file is moved away, nothing has happened yet; after it, all but a name has. */
    static void finishInterrupted(Path dir) throws IOException {
        try (Stream<Path> files = Files.list(dir)) {
            for (Path made :
                    files.filter(file -> file.toString().endsWith(UNFINISHED)).toList()) {
                String name = made.getFileName().toString();
                Path wanted = dir.resolve(name.substring(0, name.length() - UNFINISHED.length()));
                if (Files.exists(wanted)) {
                    Files.delete(made);
                } else {
                    Files.move(made, wanted);
                }
            }
        }
    }

    /** @param damages told of what was set aside */
    static SpoolSegment recover(Path file, long nowMs, List<String> damages) throws IOException {
        SpoolSegment found = SpoolSegment.existing(file);
        SpoolSalvage salvage = new SpoolSalvage(found);
        long end = salvage.scan();
        if (salvage.whole.size() <= 1 && salvage.startsWhole() && found.isTornAt(end)) {
            found.cutTo(end, salvage.last);
            return found;
        }
        Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + nowMs);
        LOG.error(
                "{} is damaged; it is set aside as {}, its whole records, up to {}, are kept",
                file.getFileName(),
                aside.getFileName(),
                salvage.last);
        damages.add(aside.getFileName().toString());
        salvage.rewrite(file, aside);
        SpoolSegment rewritten = SpoolSegment.existing(file);
        rewritten.cutTo(rewritten.size(), salvage.last);
        return rewritten;
    }

    private boolean startsWhole() {
        return whole.isEmpty() || whole.getFirst().from() == 0;
    }

    /** Walks through all records and returns where the last whole one ends. */
    private long scan() throws IOException {
        long at = 0;
        long end = 0;
        while (at >= 0 && at < onDisk) {
            SpoolSegment.Entry entry = segment.readAt(at);
            if (entry != null && entry.found().sequence() > last) {
                last = entry.found().sequence();
                end = entry.next();
                keep(at, end);
                at = end;
            } else {
                at = segment.isTornAt(at) ? -1 : segment.findAfter(at + 1, last);
            }
        }
        return end;
    }

    private void keep(long from, long to) {
        if (!whole.isEmpty() && whole.getLast().to() == from) {
            whole.set(whole.size() - 1, new Range(whole.getLast().from(), to));
        } else {
            whole.add(new Range(from, to));
        }
    }

    private void rewrite(Path file, Path aside) throws IOException {
        segment.close();
        Path made = file.resolveSibling(file.getFileName() + UNFINISHED);
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel out = FileChannel.open(
                        made,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            for (Range range : whole) {
                copy(in, range, out);
            }
            out.force(true);
        }
        Files.move(file, aside, StandardCopyOption.ATOMIC_MOVE);
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void copy(FileChannel in, Range range, FileChannel out) throws IOException {
        long at = range.from();
        while (at < range.to()) {
            at += in.transferTo(at, range.to() - at, out);
        }
    }
}
