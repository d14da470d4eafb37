package io.tallygate.bench.accuracy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.tallygate.crossing.InputFault;
import io.tallygate.crossing.PortalFile;
import io.tallygate.crossing.TagObservation;
import io.tallygate.crossing.TraceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A folder of traces with their truth, made by others: {@code portal.json}, {@code labels.json} ({@link SetLabels}) and {@code *.jsonl}; see
 * {@code bench/generators/README.md}.
 *
 * @param name the folder's
 */
public record TraceSet(String name, List<LabelledReads> traces) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LABELS = "labels.json";

    /** @throws IllegalArgumentException when anything is missing, left over or malformed; the message says which file and why */
    public static TraceSet read(Path folder) {
        try {
            PortalFile portal = PortalFile.read(folder.resolve("portal.json"));
            JsonNode labels = labels(folder.resolve(LABELS));
            requireSameTraces(folder, labels);
            List<LabelledReads> traces = new ArrayList<>();
            for (String name : names(labels)) {
                traces.add(trace(folder, name, labels.path(name), portal));
            }
            return new TraceSet(nameOf(folder), traces);
        } catch (InputFault fault) {
            throw new IllegalArgumentException(fault.getMessage(), fault);
        }
    }

    private static String nameOf(Path folder) {
        return String.valueOf(folder.toAbsolutePath().normalize().getFileName());
    }

    private static JsonNode labels(Path file) throws InputFault {
        try {
            JsonNode labels = JSON.readTree(Files.readString(file));
            if (!labels.isObject() || labels.isEmpty()) {
                throw new InputFault(file.toString(), "labels are an object with a field for each trace");
            }
            return labels;
        } catch (JsonProcessingException malformed) {
            throw new InputFault(
                    file.toString(),
                    malformed.getLocation().getLineNr(),
                    "not JSON: " + malformed.getOriginalMessage());
        } catch (IOException unreadable) {
            throw new InputFault(file.toString(), "cannot be read as UTF-8 text: " + unreadable.getMessage());
        }
    }

    private static List<String> names(JsonNode labels) {
        List<String> names = new ArrayList<>();
        labels.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static void requireSameTraces(Path folder, JsonNode labels) throws InputFault {
        Set<String> unlabelled = tracesIn(folder);
        Set<String> missing = new TreeSet<>(names(labels));
        missing.removeAll(unlabelled);
        names(labels).forEach(unlabelled::remove);
        if (!missing.isEmpty()) {
            throw new InputFault(
                    folder.resolve(LABELS).toString(),
                    "there is no trace " + missing.iterator().next());
        }
        if (!unlabelled.isEmpty()) {
            throw new InputFault(
                    folder.resolve(unlabelled.iterator().next()).toString(), "a trace without labels in " + LABELS);
        }
    }

    private static Set<String> tracesIn(Path folder) throws InputFault {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".jsonl"))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new InputFault(folder.toString(), "cannot be listed: " + unreadable.getMessage());
        }
    }

    private static LabelledReads trace(Path folder, String name, JsonNode label, PortalFile portal) throws InputFault {
        try {
            SetLabels labels = SetLabels.of(label);
            List<TagObservation> reads = new ArrayList<>();
            TraceFile.read(folder.resolve(name), portal.layout(), read -> reads.add(labels.withKnownEpc(read)));
            return new LabelledReads(
                    labels.kind(), portal.layout(), portal.tuning(), reads, labels.moved(), labels.tags());
        } catch (IllegalArgumentException wrong) {
            throw new InputFault(folder.resolve(LABELS).toString(), name + ": " + wrong.getMessage());
        }
    }
}
