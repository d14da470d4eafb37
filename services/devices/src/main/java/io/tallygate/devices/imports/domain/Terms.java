package io.tallygate.devices.imports.domain;

import io.tallygate.commons.identity.Level;
import io.tallygate.devices.ledger.domain.DeviceKind;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words of people's ledgers for what our fields enumerate; a word nobody knows stays as it is, for the check to name. */
final class Terms {

    private static final Map<String, Level> LEVELS = Map.of(
            "绝密", Level.TOP_SECRET,
            "机密", Level.SECRET,
            "秘密", Level.CONFIDENTIAL,
            "内部", Level.INTERNAL,
            "非密", Level.UNCLASSIFIED,
            "非涉密", Level.UNCLASSIFIED,
            "公开", Level.UNCLASSIFIED);

    private static final Map<String, DeviceKind> KINDS = Map.ofEntries(
            Map.entry("台式机", DeviceKind.DESKTOP),
            Map.entry("台式电脑", DeviceKind.DESKTOP),
            Map.entry("台式计算机", DeviceKind.DESKTOP),
            Map.entry("笔记本", DeviceKind.LAPTOP),
            Map.entry("笔记本电脑", DeviceKind.LAPTOP),
            Map.entry("便携式计算机", DeviceKind.LAPTOP),
            Map.entry("NOTEBOOK", DeviceKind.LAPTOP),
            Map.entry("服务器", DeviceKind.SERVER),
            Map.entry("U盘", DeviceKind.USB_DRIVE),
            Map.entry("优盘", DeviceKind.USB_DRIVE),
            Map.entry("移动硬盘", DeviceKind.PORTABLE_DISK),
            Map.entry("光盘", DeviceKind.OPTICAL_DISC),
            Map.entry("存储卡", DeviceKind.MEMORY_CARD),
            Map.entry("SD卡", DeviceKind.MEMORY_CARD),
            Map.entry("磁带", DeviceKind.TAPE));

    private static final Map<String, Boolean> FLAGS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("涉密", true),
            Map.entry("TRUE", true),
            Map.entry("YES", true),
            Map.entry("Y", true),
            Map.entry("1", true),
            Map.entry("否", false),
            Map.entry("非涉密", false),
            Map.entry("非密", false),
            Map.entry("FALSE", false),
            Map.entry("NO", false),
            Map.entry("N", false),
            Map.entry("0", false));

    private Terms() {}

    static String level(String cell) {
        Level level = LEVELS.get(cell.strip());
        return level == null ? folded(cell) : level.name();
    }

    static String kind(String cell) {
        DeviceKind kind = KINDS.get(cell.strip().toUpperCase(Locale.ROOT));
        return kind == null ? folded(cell) : kind.name();
    }

    static Optional<Boolean> flag(String cell) {
        return Optional.ofNullable(FLAGS.get(cell.strip().toUpperCase(Locale.ROOT)));
    }

    /** "Top secret" is TOP_SECRET. */
    private static String folded(String cell) {
        return cell.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s\\-]+", "_");
    }
}
