package io.tallygate.gate.record;

import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.crossing.PortalFile;
import io.tallygate.crossing.PortalLayout;
import io.tallygate.crossing.Zone;
import io.tallygate.gate.relay.KafkaSettings;
import io.tallygate.gate.replica.TuningMapping;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/**
 * {@code record PORTAL [--from INSTANT] [--to INSTANT] [--run-up MINUTES] --write DIR}: what a gate has read, as traces for {@link
 * io.tallygate.crossing.ReplayMain}. Exit status 0 done, 1 not done, 2 not understood; why stands on standard error.
 */
public final class RecordMain {
    private static final String HELP = """
            usage: record PORTAL [--from INSTANT] [--to INSTANT] [--run-up MINUTES] --write DIR

            Writes what the portal's gate has read between the two moments (such as 2026-03-01T09:30:00Z; left out: all that
            Kafka still keeps, a week) to DIR, as CODE-MOMENT.jsonl with CODE-MOMENT.portal.json, and says how to replay it. A
            trace begins where the gate's detector began to know nothing (there is one for each such beginning), so that every
            figure comes out again; --run-up begins it that long before INSTANT at most: smaller, and not quite so. Settings
            are those of now. Kafka: TALLYGATE_KAFKA, else 127.0.0.1:TALLYGATE_PORT_KAFKA, else 127.0.0.1:19092.
            """;
    private static final int NOT_DONE = 1;
    private static final int NOT_UNDERSTOOD = 2;

    /** How far the clocks of a bridge and of the broker may lie apart before the whole topic is looked through. */
    private static final Duration CLOCKS_APART = Duration.ofDays(1);

    private final KafkaSettings kafka;
    private final PrintStream out;
    private final PrintStream err;

    public RecordMain(KafkaSettings kafka, PrintStream out, PrintStream err) {
        this.kafka = kafka;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        // Kafka's client tells a terminal more than anybody asked.
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "off");
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new RecordMain(new KafkaSettings(bootstrap(System.getenv())), out, System.err).run(List.of(args)));
    }

    private static String bootstrap(Map<String, String> environment) {
        String given = environment.getOrDefault("TALLYGATE_KAFKA", "");
        String port = environment.getOrDefault("TALLYGATE_PORT_KAFKA", "");
        return given.isBlank() ? "127.0.0.1:" + (port.isBlank() ? "19092" : port) : given;
    }

    /** @return the exit status */
    public int run(List<String> args) {
        if (args.contains("--help") || args.contains("-h")) {
            out.print(HELP);
            return 0;
        }
        try {
            record(RecordOptions.parse(args));
            return 0;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.print(HELP);
            return NOT_UNDERSTOOD;
        } catch (RecordFault fault) {
            err.println(fault.getMessage());
        } catch (KafkaException away) {
            err.println("Kafka is not reached at " + kafka.bootstrapServers() + ": " + away.getMessage());
        }
        return NOT_DONE;
    }

    private void record(RecordOptions wanted) throws RecordFault {
        try (ReadsArchive archive = new ReadsArchive(kafka)) {
            PortalFile portal = portalFile(archive.portal(wanted.portal()));
            for (ReadsSurvey.Stretch stretch : stretches(archive, wanted)) {
                write(archive, wanted, portal, stretch);
            }
        }
    }

    private static PortalFile portalFile(Portal portal) throws RecordFault {
        Map<Integer, Zone> zones = new HashMap<>();
        for (Antenna antenna : portal.getAntennasList()) {
            switch (antenna.getZone()) {
                case INSIDE -> zones.put(antenna.getId(), Zone.INSIDE);
                case OUTSIDE -> zones.put(antenna.getId(), Zone.OUTSIDE);
                case ZONE_UNSPECIFIED, UNRECOGNIZED -> {
                    // Of no zone, as it is to the gate.
                }
            }
        }
        try {
            return new PortalFile(new PortalLayout(portal.getCode(), zones), TuningMapping.tuning(portal));
        } catch (IllegalArgumentException unusable) {
            throw new RecordFault("This portal's settings cannot be replayed: " + unusable.getMessage(), unusable);
        }
    }

    private static List<ReadsSurvey.Stretch> stretches(ReadsArchive archive, RecordOptions wanted) throws RecordFault {
        long sinceMs = wanted.fromUs() == Long.MIN_VALUE
                ? 0
                : wanted.fromUs() / 1000
                        - CLOCKS_APART
                                .plus(wanted.runUp() == null ? Duration.ZERO : wanted.runUp())
                                .toMillis();
        List<ReadsSurvey.Stretch> found = sinceMs > 0 ? survey(archive, wanted, sinceMs, false) : List.of();
        return found.isEmpty() ? survey(archive, wanted, 0, true) : found;
    }

    /** One stretch for each partition that has any: a topic that has been given more keeps what it had where it was. */
    private static List<ReadsSurvey.Stretch> survey(
            ReadsArchive archive, RecordOptions wanted, long sinceMs, boolean complain) throws RecordFault {
        Map<TopicPartition, ReadsSurvey> surveys = new HashMap<>();
        archive.batches(wanted.portal(), sinceMs, stored -> surveys.computeIfAbsent(
                        stored.partition(), any -> new ReadsSurvey(wanted))
                .look(stored));
        if (!complain && surveys.values().stream().anyMatch(ReadsSurvey::wantsOlder)) {
            return List.of();
        }
        Map<Long, ReadsSurvey.Stretch> found = new TreeMap<>();
        for (ReadsSurvey survey : surveys.values()) {
            ReadsSurvey.Stretch stretch = survey.stretch();
            if (stretch != null) {
                found.put(stretch.first().batch().getReceivedAtUs(), stretch);
            }
        }
        if (found.isEmpty() && complain) {
            throw new RecordFault(nothingFound(
                    wanted,
                    surveys.values().stream()
                            .filter(survey -> !survey.sawNothing())
                            .toList()));
        }
        return List.copyOf(found.values());
    }

    private static String nothingFound(RecordOptions wanted, List<ReadsSurvey> surveys) {
        if (surveys.isEmpty()) {
            return "Kafka keeps no reads of portal " + wanted.portal();
        }
        return "Kafka keeps no reads of portal " + wanted.portal() + " of that time, but from "
                + instant(
                        surveys.stream().mapToLong(ReadsSurvey::oldestUs).min().orElseThrow()) + " to "
                + instant(
                        surveys.stream().mapToLong(ReadsSurvey::newestUs).max().orElseThrow());
    }

    private void write(ReadsArchive archive, RecordOptions wanted, PortalFile portal, ReadsSurvey.Stretch stretch)
            throws RecordFault {
        StoredBatch first = stretch.first();
        try (TraceWriting writing = new TraceWriting(wanted.folder(), portal)) {
            archive.batches(
                    wanted.portal(),
                    first.partition(),
                    first.offset(),
                    stretch.last().offset(),
                    stored -> {
                        try {
                            writing.write(stored.batch());
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    });
            writing.close();
            writing.traces().forEach(trace -> trace.told().forEach(out::println));
        } catch (IOException | UncheckedIOException refused) {
            throw new RecordFault(wanted.folder() + " cannot be written: " + refused, refused);
        }
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
