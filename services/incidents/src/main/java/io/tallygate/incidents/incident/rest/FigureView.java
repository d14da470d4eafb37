package io.tallygate.incidents.incident.rest;

import io.tallygate.incidents.incident.domain.Figure;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number that the gate's decision rests on. */
@Schema(
        name = "CrossingFigure",
        requiredProperties = {"name", "value"})
public record FigureView(
        @Schema(
                description = "What it is, with its unit at the end; which there are is the rule version's to say",
                examples = "swing_db")
        String name,

        double value) {

    static FigureView of(Figure figure) {
        return new FigureView(figure.name(), figure.value());
    }
}
