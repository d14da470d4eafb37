package io.tallygate.contracts;

import java.util.Arrays;
import java.util.List;

/**
 * Every Kafka topic, with what its broker must be told. The deployment creates them from here; a service never creates
 * one by writing to it.
 *
 * <p>Partition counts follow the key: reads by portal, crossings and items by EPC, registers in one partition because
 * their order is the point.
 */
public enum Topic {
    PERSONNEL_REGISTER("personnel.register.v1", 1, false),
    PERSONNEL_PEOPLE("personnel.people.v1", 1, true),
    PERSONNEL_DEPARTMENTS("personnel.departments.v1", 1, true),
    DEVICES_REGISTER("devices.register.v1", 1, false),
    CARRIERS_REGISTER("carriers.register.v1", 1, false),
    LEDGER_TAGGED_ITEMS("ledger.tagged-items.v1", 4, true),
    LEDGER_EXIT_PERMITS("ledger.exit-permits.v1", 1, true),
    LEDGER_CUSTODY("ledger.custody.v1", 4, true),
    FACILITIES_REGISTER("facilities.register.v1", 1, false),
    FACILITIES_CABINETS("facilities.cabinets.v1", 1, true),
    FACILITIES_PORTALS("facilities.portals.v1", 1, true),
    FACILITIES_DESKS("facilities.desks.v1", 1, true),
    RFID_READS("rfid.reads.v1", 8, false),
    RFID_CROSSINGS("rfid.crossings.v1", 4, false),
    RFID_HEALTH("rfid.health.v1", 1, true),
    RFID_DESKS("rfid.desks.v1", 1, true),
    SIGHTINGS_CONFLICTS("sightings.conflicts.v1", 4, false),
    INCIDENTS("incidents.incidents.v1", 1, true);

    private final String topicName;
    private final int partitions;
    private final boolean compacted;

    Topic(String topicName, int partitions, boolean compacted) {
        this.topicName = topicName;
        this.partitions = partitions;
        this.compacted = compacted;
    }

    /** The name on the broker, e.g. {@code devices.register.v1}. */
    public String topicName() {
        return topicName;
    }

    public int partitions() {
        return partitions;
    }

    /** Whether the broker keeps only the newest record of a key (and that one for ever). */
    public boolean compacted() {
        return compacted;
    }

    /** Whether it is a service's register, which is kept for ever. */
    public boolean register() {
        return topicName.endsWith(".register.v1");
    }

    public static List<Topic> all() {
        return Arrays.asList(values());
    }
}
