package io.tallygate.register;

import com.google.protobuf.Message;
import java.util.List;

/**
 * What is to be recorded.
 *
 * @param actor user name, or {@code system:<part>}
 * @param subject id of what it is about; entries of one subject are relayed in the order they were written
 * @param event what happened; its protobuf full name is the entry's type
 * @param publications new states told to others with it, in this order
 */
public record NewEntry(String actor, String subject, Message event, List<Publication> publications) {

    public NewEntry {
        publications = List.copyOf(publications);
    }

    public NewEntry(String actor, String subject, Message event) {
        this(actor, subject, event, List.of());
    }
}
