package io.tallygate.sightings.epcis.rest;

import io.tallygate.commons.time.Micros;
import io.tallygate.sightings.epcis.rest.SensorElementView.MetadataView;
import io.tallygate.sightings.epcis.rest.SensorElementView.ReportView;
import io.tallygate.sightings.tag.domain.Evidence;
import io.tallygate.sightings.tag.domain.Sight;
import io.tallygate.sightings.tag.domain.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The evidence of a crossing as sensor elements: one of the reads, one of the figures. The Core Business Vocabulary has a measurement type for
 * the strength of a read, Power, and none for what a rule makes of it; such a type is a URI of one's own.
 */
final class SensorMapper {

    private static final String STRENGTH = "Power";
    private static final double CENTI = 100;

    private final EpcisSettings settings;

    SensorMapper(EpcisSettings settings) {
        this.settings = settings;
    }

    /** @return null where the gate told nothing, for the standard has no empty list */
    @Nullable
    List<SensorElementView> elements(Sighting crossing, String readPoint) {
        Evidence evidence = crossing.evidence();
        List<SensorElementView> elements = new ArrayList<>();
        if (evidence != null && !evidence.reads().isEmpty()) {
            elements.add(reads(evidence.reads(), readPoint));
        }
        if (evidence != null && !evidence.figures().isEmpty()) {
            elements.add(figures(evidence, crossing.firstSeenUs(), readPoint));
        }
        return elements.isEmpty() ? null : elements;
    }

    private static SensorElementView reads(List<Sight> reads, String readPoint) {
        return new SensorElementView(
                new MetadataView(
                        null,
                        Micros.toInstant(reads.getFirst().seenAtUs()),
                        Micros.toInstant(reads.getLast().seenAtUs()),
                        readPoint,
                        null),
                reads.stream()
                        .map(read -> new ReportView(
                                STRENGTH,
                                readPoint + "#antenna-" + read.antenna(),
                                Micros.toInstant(read.seenAtUs()),
                                read.rssiCentiDbm() / CENTI,
                                "DBM"))
                        .toList());
    }

    private SensorElementView figures(Evidence evidence, long decidedAtUs, String readPoint) {
        Stream<Evidence.Figure> confidence = Stream.of(new Evidence.Figure("confidence", evidence.confidence()));
        return new SensorElementView(
                new MetadataView(
                        Micros.toInstant(decidedAtUs),
                        null,
                        null,
                        readPoint,
                        settings.rulePrefix() + UriPart.encoded(evidence.ruleVersion())),
                Stream.concat(confidence, evidence.figures().stream())
                        .map(figure -> new ReportView(
                                settings.figurePrefix() + UriPart.encoded(figure.name()),
                                null,
                                null,
                                figure.value(),
                                unit(figure.name())))
                        .toList());
    }

    /** The unit stands at the end of a figure's name. */
    private static String unit(String name) {
        return switch (name.substring(name.lastIndexOf('_') + 1)) {
            case "dbm" -> "DBM";
            case "db" -> "2N";
            case "m" -> "MTR";
            case "s" -> "SEC";
            default -> "C62";
        };
    }
}
