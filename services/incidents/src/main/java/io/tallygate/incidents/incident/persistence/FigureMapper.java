package io.tallygate.incidents.incident.persistence;

import io.tallygate.incidents.incident.domain.Figure;
import java.util.List;
import org.bson.Document;

/** Figures and their documents: a list, because their order is the rule's. */
final class FigureMapper {

    private FigureMapper() {}

    static List<Document> toDocuments(List<Figure> figures) {
        return figures.stream()
                .map(figure -> new Document("name", figure.name()).append("value", figure.value()))
                .toList();
    }

    static List<Figure> toFigures(List<Document> documents) {
        return documents.stream()
                .map(document -> new Figure(document.getString("name"), document.getDouble("value")))
                .toList();
    }
}
