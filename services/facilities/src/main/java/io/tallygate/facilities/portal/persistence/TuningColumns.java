package io.tallygate.facilities.portal.persistence;

import io.tallygate.facilities.portal.domain.Tuning;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** The columns of a {@link Tuning}. */
@Embeddable
class TuningColumns {

    @Column(name = "certainty")
    @Nullable
    Double certainty;

    @Column(name = "lead_metres")
    @Nullable
    Double leadMetres;

    @Column(name = "fade_db")
    @Nullable
    Double fadeDb;

    @Column(name = "least_swing_db")
    @Nullable
    Double leastSwingDb;

    /** For Hibernate. */
    TuningColumns() {}

    TuningColumns(Tuning tuning) {
        certainty = tuning.certainty();
        leadMetres = tuning.leadMetres();
        fadeDb = tuning.fadeDb();
        leastSwingDb = tuning.leastSwingDb();
    }

    Tuning tuning() {
        return new Tuning(certainty, leadMetres, fadeDb, leastSwingDb);
    }
}
