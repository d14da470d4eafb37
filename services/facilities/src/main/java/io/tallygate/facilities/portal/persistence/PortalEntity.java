package io.tallygate.facilities.portal.persistence;

import io.tallygate.facilities.portal.domain.Antenna;
import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.domain.Reader;
import io.tallygate.facilities.portal.domain.Sight;
import io.tallygate.facilities.portal.domain.Tuning;
import io.tallygate.facilities.portal.domain.Zone;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The row of a {@link Portal}. */
@Entity(name = "Portal")
@Table(name = "portal")
class PortalEntity {

    @Id
    @Column(name = "code")
    String code;

    @Column(name = "room_code")
    String roomCode;

    @Column(name = "reader_host")
    String readerHost;

    @Column(name = "reader_port")
    int readerPort;

    @Column(name = "reader_tls")
    boolean readerTls;

    @Column(name = "reader_tls_pin")
    String readerTlsPin;

    @Column(name = "transmit_power_dbm")
    @Nullable
    Double transmitPowerDbm;

    @Column(name = "inside_antennas")
    int[] insideAntennas;

    @Column(name = "outside_antennas")
    int[] outsideAntennas;

    /** Of every antenna, those inside first, in the order of the arrays above; null where nothing is tuned. */
    @Column(name = "stray_dbm")
    Double[] strayDbm;

    /** As {@link #strayDbm}. */
    @Column(name = "offset_db")
    Double[] offsetDb;

    /** As {@link #strayDbm}. */
    @Column(name = "antenna_transmit_power_dbm")
    Double[] antennaTransmitPowerDbm;

    @Column(name = "gpo_alarm")
    int gpoAlarm;

    @Column(name = "horn_feedback_gpi")
    @Nullable
    Integer hornFeedbackGpi;

    @Column(name = "alarm_seconds")
    int alarmSeconds;

    @Enumerated(EnumType.STRING)
    @Column(name = "fail_mode")
    FailMode failMode;

    @Column(name = "max_replica_age_seconds")
    int maxReplicaAgeSeconds;

    @Column(name = "reference_epc")
    String referenceEpc;

    @Column(name = "min_reads_per_minute")
    int minReadsPerMinute;

    @Embedded
    @Nullable
    TuningColumns tuning;

    @Column(name = "active")
    boolean active;

    @Version
    @Column(name = "version")
    long version;

    /** For Hibernate. */
    PortalEntity() {}

    PortalEntity(Portal portal) {
        code = portal.code();
        become(portal);
    }

    /** Takes over everything but code and version, which Hibernate counts. */
    final void become(Portal portal) {
        roomCode = portal.roomCode();
        readerHost = portal.reader().host();
        readerPort = portal.reader().port();
        readerTls = portal.reader().tls();
        readerTlsPin = portal.reader().tlsPin();
        transmitPowerDbm = portal.reader().transmitPowerDbm();
        become(portal.antennasOf(Zone.INSIDE), portal.antennasOf(Zone.OUTSIDE));
        gpoAlarm = portal.gpoAlarm();
        hornFeedbackGpi = portal.hornFeedbackGpi();
        alarmSeconds = portal.alarmSeconds();
        failMode = portal.failMode();
        maxReplicaAgeSeconds = portal.maxReplicaAgeSeconds();
        referenceEpc = portal.sight().referenceEpc();
        minReadsPerMinute = portal.sight().minReadsPerMinute();
        tuning = new TuningColumns(portal.tuning());
        active = portal.active();
    }

    private void become(List<Antenna> inside, List<Antenna> outside) {
        insideAntennas = inside.stream().mapToInt(Antenna::id).toArray();
        outsideAntennas = outside.stream().mapToInt(Antenna::id).toArray();
        strayDbm = Stream.concat(inside.stream(), outside.stream())
                .map(Antenna::strayDbm)
                .toArray(Double[]::new);
        offsetDb = Stream.concat(inside.stream(), outside.stream())
                .map(Antenna::offsetDb)
                .toArray(Double[]::new);
        antennaTransmitPowerDbm = Stream.concat(inside.stream(), outside.stream())
                .map(Antenna::transmitPowerDbm)
                .toArray(Double[]::new);
    }

    Portal portal() {
        return new Portal(
                code,
                roomCode,
                new Reader(readerHost, readerPort, readerTls, readerTlsPin, transmitPowerDbm),
                Stream.concat(
                                antennas(insideAntennas, Zone.INSIDE, 0),
                                antennas(outsideAntennas, Zone.OUTSIDE, insideAntennas.length))
                        .toList(),
                gpoAlarm,
                hornFeedbackGpi,
                alarmSeconds,
                failMode,
                maxReplicaAgeSeconds,
                new Sight(referenceEpc, minReadsPerMinute),
                // Hibernate leaves out an embedded part all of whose columns are null.
                tuning == null ? Tuning.STANDARD : tuning.tuning(),
                active,
                version);
    }

    private Stream<Antenna> antennas(int[] ids, Zone zone, int from) {
        return IntStream.range(0, ids.length)
                .mapToObj(i -> new Antenna(
                        ids[i],
                        zone,
                        at(strayDbm, from + i),
                        at(offsetDb, from + i),
                        at(antennaTransmitPowerDbm, from + i)));
    }

    /** Rows from before there was any tuning have shorter arrays. */
    private static @Nullable Double at(Double[] values, int index) {
        return index < values.length ? values[index] : null;
    }
}
