package io.tallygate.devices.imports.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a column can be: our fields, by the names that people's ledgers give them, Chinese and English. */
public enum ImportField {
    LEDGER_NO("ledgerNo", false, "编号", "台账编号", "设备编号", "资产编号", "ledger number", "asset no", "asset number"),
    KIND("kind", true, "类型", "类别", "种类", "设备类型", "设备类别", "type", "device type"),
    CLASSIFIED("classified", false, "是否涉密", "涉密"),
    LEVEL("level", true, "密级", "涉密等级", "涉密级别", "classification", "classification level"),
    NAME("name", true, "名称", "设备名称", "资产名称", "device name"),
    MANUFACTURER("manufacturer", true, "品牌", "厂商", "品牌/厂商", "厂家", "生产厂家", "制造商", "brand", "vendor", "maker"),
    MODEL("model", true, "型号", "规格型号", "设备型号", "model number"),
    SERIAL_NO("serialNo", true, "序列号", "设备序列号", "出厂编号", "serial", "serial number", "sn", "s/n"),
    DISK_SERIAL_NO(
            "diskSerialNo", false, "硬盘序列号", "硬盘编号", "disk serial", "disk serial number", "hard disk serial number"),
    USB_UNIQUE_ID("usbUniqueId", false, "usb唯一标识", "usb标识", "唯一标识", "usb id"),
    DEPARTMENT("departmentCode", true, "部门", "所属部门", "使用部门", "部门编号", "部门代码", "department"),
    KEEPER("keeperNo", true, "责任人", "责任人编号", "责任人工号", "保管人", "keeper", "keeper number", "responsible person"),
    CABINET("cabinetCode", false, "所在文件柜", "文件柜", "文件柜编号", "密码文件柜", "柜号", "cabinet"),
    EPC("tag.epc", false, "epc", "epc编码", "标签epc", "标签", "电子标签", "tag"),
    TID("tag.tid", false, "tid", "标签tid");

    private static final Map<String, ImportField> BY_NAME = byName();

    private final String path;
    private final boolean required;
    private final List<String> synonyms;

    ImportField(String path, boolean required, String... synonyms) {
        this.path = path;
        this.required = required;
        this.synonyms = List.of(synonyms);
    }

    /** Its JSON path, as everywhere else. */
    public String path() {
        return path;
    }

    /** Whether a file without such a column cannot be taken. */
    public boolean required() {
        return required;
    }

    /** The field that a column name or a JSON path means, whatever its case, spaces, hyphens and underscores. */
    public static Optional<ImportField> named(String name) {
        return Optional.ofNullable(BY_NAME.get(folded(name)));
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_\\-]", "");
    }

    private static Map<String, ImportField> byName() {
        Map<String, ImportField> names = new HashMap<>();
        for (ImportField field : values()) {
            Stream.concat(Stream.of(field.path), field.synonyms.stream()).forEach(name -> {
                ImportField other = names.put(folded(name), field);
                if (other != null && other != field) {
                    throw new IllegalStateException(name + " means both " + other + " and " + field);
                }
            });
        }
        return Map.copyOf(names);
    }
}
