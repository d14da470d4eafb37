package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tallygate.crossing.TagObservation;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeMap;

/**
 * Writes traces as {@code replay} takes them: for each one {@code NAME.jsonl}, {@code NAME.portal.json} and {@code NAME.labels.jsonl}, the
 * truth: a line for each tag, {@code {"epc":…,"carried":true,"crossings":[{"direction":"OUT","at_us":…,"metres_per_second":…}]}}.
 */
final class TraceFolder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path folder;

    TraceFolder(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    void write(LabelledTrace trace) {
        String name = (trace.family() + "-" + trace.scenario() + "-" + trace.seed()).toLowerCase(Locale.ROOT);
        try {
            Files.writeString(folder.resolve(name + ".portal.json"), portal(trace) + "\n");
            writeReads(trace, folder.resolve(name + ".jsonl"));
            writeLabels(trace, folder.resolve(name + ".labels.jsonl"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode portal(LabelledTrace trace) {
        ObjectNode portal = JSON.createObjectNode().put("code", trace.layout().code());
        ArrayNode antennas = portal.putArray("antennas");
        new TreeMap<>(trace.layout().antennas())
                .forEach((id, zone) -> antennas.addObject().put("id", id).put("zone", zone.name()));
        return portal;
    }

    private static void writeReads(LabelledTrace trace, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (TagObservation read : trace.reads()) {
                ObjectNode line = JSON.createObjectNode()
                        .put("t_us", read.timeUs())
                        .put("antenna", read.antenna())
                        .put("epc", read.epc().hex())
                        .put("rssi_dbm", read.rssiDbm());
                out.write(JSON.writeValueAsString(line));
                out.newLine();
            }
        }
    }

    private static void writeLabels(LabelledTrace trace, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (var tag : trace.tags().entrySet()) {
                ObjectNode line = JSON.createObjectNode()
                        .put("epc", tag.getKey().hex())
                        .put("carried", trace.carried().contains(tag.getKey()));
                ArrayNode crossings = line.putArray("crossings");
                for (TrueCrossing crossing : tag.getValue()) {
                    crossings
                            .addObject()
                            .put("direction", crossing.direction().name())
                            .put("at_us", crossing.atUs())
                            .put("metres_per_second", crossing.metresPerSecond());
                }
                out.write(JSON.writeValueAsString(line));
                out.newLine();
            }
        }
    }
}
