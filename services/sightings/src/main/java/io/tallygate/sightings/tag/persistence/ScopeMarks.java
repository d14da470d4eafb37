package io.tallygate.sightings.tag.persistence;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Department and level beside each sighting, so that a list can be narrowed; who may see it is the tag's to say. */
public final class ScopeMarks {

    public static final String DEPARTMENT = "departmentCode";
    public static final String LEVEL = "levelRank";

    private ScopeMarks() {}

    static Document appendTo(Document document, String departmentCode, int levelRank) {
        return document.append(DEPARTMENT, departmentCode).append(LEVEL, levelRank);
    }

    static List<Bson> of(String departmentCode, int levelRank) {
        return new ArrayList<>(List.of(Updates.set(DEPARTMENT, departmentCode), Updates.set(LEVEL, levelRank)));
    }

    /** Of a tag that is on no item. */
    static List<Bson> none() {
        return new ArrayList<>(List.of(Updates.unset(DEPARTMENT), Updates.unset(LEVEL)));
    }
}
