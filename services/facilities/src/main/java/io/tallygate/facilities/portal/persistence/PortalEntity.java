package io.tallygate.facilities.portal.persistence;

import io.tallygate.facilities.portal.domain.Antenna;
import io.tallygate.facilities.portal.domain.FailMode;
import io.tallygate.facilities.portal.domain.Portal;
import io.tallygate.facilities.portal.domain.Reader;
import io.tallygate.facilities.portal.domain.Sight;
import io.tallygate.facilities.portal.domain.Zone;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

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

    @Column(name = "inside_antennas")
    int[] insideAntennas;

    @Column(name = "outside_antennas")
    int[] outsideAntennas;

    @Column(name = "gpo_alarm")
    int gpoAlarm;

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
        insideAntennas = portal.antennasOf(Zone.INSIDE);
        outsideAntennas = portal.antennasOf(Zone.OUTSIDE);
        gpoAlarm = portal.gpoAlarm();
        alarmSeconds = portal.alarmSeconds();
        failMode = portal.failMode();
        maxReplicaAgeSeconds = portal.maxReplicaAgeSeconds();
        referenceEpc = portal.sight().referenceEpc();
        minReadsPerMinute = portal.sight().minReadsPerMinute();
    }

    Portal portal() {
        List<Antenna> antennas = Stream.concat(
                        antennas(insideAntennas, Zone.INSIDE), antennas(outsideAntennas, Zone.OUTSIDE))
                .toList();
        return new Portal(
                code,
                roomCode,
                new Reader(readerHost, readerPort, readerTls, readerTlsPin),
                antennas,
                gpoAlarm,
                alarmSeconds,
                failMode,
                maxReplicaAgeSeconds,
                new Sight(referenceEpc, minReadsPerMinute),
                version);
    }

    private static Stream<Antenna> antennas(int[] ids, Zone zone) {
        return IntStream.of(ids).mapToObj(id -> new Antenna(id, zone));
    }
}
