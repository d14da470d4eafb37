package io.tallygate.testkit;

import io.tallygate.commons.identity.Level;
import io.tallygate.contracts.Topic;
import io.tallygate.contracts.facilities.v1.Antenna;
import io.tallygate.contracts.facilities.v1.Cabinet;
import io.tallygate.contracts.facilities.v1.FailMode;
import io.tallygate.contracts.facilities.v1.Portal;
import io.tallygate.contracts.facilities.v1.Reader;
import io.tallygate.contracts.facilities.v1.Zone;
import io.tallygate.contracts.personnel.v1.Department;
import io.tallygate.contracts.personnel.v1.Person;
import java.util.List;

/** The demo's departments, people, cabinets and portals, as the topics carry them. */
public final class DemoWorld {

    private DemoWorld() {}

    static void publish() {
        List.of("HQ", "RD", "OPS").forEach(DemoWorld::department);
        person("P0001", "leader", "HQ", Level.TOP_SECRET);
        person("P0002", "registrar", "HQ", Level.TOP_SECRET);
        person("P0003", "officer", "HQ", Level.TOP_SECRET);
        person("P0004", "manager", "HQ", Level.TOP_SECRET);
        person("P0005", "guard", "HQ", Level.UNCLASSIFIED);
        person("P0006", "sysadmin", "HQ", Level.UNCLASSIFIED);
        person("P0007", "secadmin", "HQ", Level.UNCLASSIFIED);
        person("P0008", "auditor", "HQ", Level.UNCLASSIFIED);
        person("P0101", "member.rd", "RD", Level.SECRET);
        person("P0201", "member.ops", "OPS", Level.CONFIDENTIAL);
        cabinet("CAB-101-1", "R-101");
        cabinet("CAB-101-2", "R-101");
        cabinet("CAB-102-1", "R-102");
        portal("P-101", "R-101", 5084);
        portal("P-102", "R-102", 5085);
    }

    /** Publishes or changes a person. */
    public static void person(String number, String username, String departmentCode, Level clearance) {
        TestKafka.publish(
                Topic.PERSONNEL_PEOPLE,
                number,
                Person.newBuilder()
                        .setPersonNo(number)
                        .setUsername(username)
                        .setName("姓名" + number)
                        .setDepartmentCode(departmentCode)
                        .setPost("post")
                        .setClearanceRank(clearance.rank())
                        .setActive(true)
                        .build());
    }

    private static void department(String code) {
        TestKafka.publish(
                Topic.PERSONNEL_DEPARTMENTS,
                code,
                Department.newBuilder()
                        .setCode(code)
                        .setName(code)
                        .setActive(true)
                        .build());
    }

    private static void cabinet(String code, String roomCode) {
        TestKafka.publish(
                Topic.FACILITIES_CABINETS,
                code,
                Cabinet.newBuilder()
                        .setCode(code)
                        .setRoomCode(roomCode)
                        .setName(code)
                        .setMaxLevelRank(Level.TOP_SECRET.rank())
                        .setActive(true)
                        .build());
    }

    private static void portal(String code, String roomCode, int port) {
        Portal.Builder portal = Portal.newBuilder()
                .setCode(code)
                .setRoomCode(roomCode)
                .setReader(Reader.newBuilder().setHost("127.0.0.1").setPort(port))
                .setGpoAlarm(1)
                .setAlarmSeconds(5)
                .setFailMode(FailMode.SECURE)
                .setMaxReplicaAgeSeconds(3600)
                .setActive(true);
        for (int antenna = 1; antenna <= 4; antenna++) {
            portal.addAntennas(Antenna.newBuilder().setId(antenna).setZone(antenna <= 2 ? Zone.INSIDE : Zone.OUTSIDE));
        }
        TestKafka.publish(Topic.FACILITIES_PORTALS, code, portal.build());
    }
}
