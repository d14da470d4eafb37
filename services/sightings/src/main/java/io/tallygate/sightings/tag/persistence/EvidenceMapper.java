package io.tallygate.sightings.tag.persistence;

import io.tallygate.sightings.tag.domain.Evidence;
import io.tallygate.sightings.tag.domain.Sight;
import java.util.List;
import org.bson.Document;

/** Evidence and its document, which stands in that of its crossing. */
final class EvidenceMapper {

    private EvidenceMapper() {}

    static Document toDocument(Evidence evidence) {
        return new Document("ruleVersion", evidence.ruleVersion())
                .append("confidence", evidence.confidence())
                .append(
                        "reads",
                        evidence.reads().stream()
                                .map(read -> new Document("antenna", read.antenna())
                                        .append("rssiCentiDbm", read.rssiCentiDbm())
                                        .append("seenAtUs", read.seenAtUs()))
                                .toList())
                .append(
                        "figures",
                        evidence.figures().stream()
                                .map(figure -> new Document("name", figure.name()).append("value", figure.value()))
                                .toList());
    }

    static Evidence toEvidence(String portalCode, Document document) {
        return new Evidence(
                document.getString("ruleVersion"),
                document.getDouble("confidence"),
                document.getList("reads", Document.class, List.of()).stream()
                        .map(read -> new Sight(
                                portalCode,
                                read.getInteger("antenna"),
                                read.getInteger("rssiCentiDbm"),
                                read.getLong("seenAtUs")))
                        .toList(),
                document.getList("figures", Document.class, List.of()).stream()
                        .map(figure -> new Evidence.Figure(figure.getString("name"), figure.getDouble("value")))
                        .toList());
    }
}
