package io.tallygate.facilities.desk;

import io.tallygate.facilities.portal.domain.Reader;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The row of a {@link Desk}. */
@Entity(name = "Desk")
@Table(name = "desk")
class DeskEntity {

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

    @Column(name = "antennas")
    int[] antennas;

    @Column(name = "weakest_dbm")
    @Nullable
    Double weakestDbm;

    @Version
    @Column(name = "version")
    long version;

    /** For Hibernate. */
    DeskEntity() {}

    DeskEntity(Desk desk) {
        code = desk.code();
        become(desk);
    }

    /** Takes over everything but code and version, which Hibernate counts. */
    final void become(Desk desk) {
        roomCode = desk.roomCode();
        readerHost = desk.reader().host();
        readerPort = desk.reader().port();
        readerTls = desk.reader().tls();
        readerTlsPin = desk.reader().tlsPin();
        transmitPowerDbm = desk.reader().transmitPowerDbm();
        antennas = desk.antennas().stream().mapToInt(Integer::intValue).toArray();
        weakestDbm = desk.weakestDbm();
    }

    Desk desk() {
        return new Desk(
                code,
                roomCode,
                new Reader(readerHost, readerPort, readerTls, readerTlsPin, transmitPowerDbm),
                Arrays.stream(antennas).boxed().toList(),
                weakestDbm,
                version);
    }
}
