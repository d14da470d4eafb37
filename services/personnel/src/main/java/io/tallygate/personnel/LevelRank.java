package io.tallygate.personnel;

import io.tallygate.commons.identity.Level;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Levels are stored as ranks, so that the database can compare them. */
@Converter
class LevelRank implements AttributeConverter<Level, Integer> {

    @Override
    public Integer convertToDatabaseColumn(Level level) {
        return level.rank();
    }

    @Override
    public Level convertToEntityAttribute(Integer rank) {
        return Level.ofRank(rank).orElseThrow(() -> new IllegalStateException("No level has the rank " + rank));
    }
}
