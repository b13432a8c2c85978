package licencehub.model.code;

import java.util.Arrays;
import java.util.Optional;
import licencehub.model.MalformedValue;
import licencehub.model.Text;

/** What kind of code names a holder 持证主体代码类型代码 (GB/T 36903-2018 as practised). */
public enum HolderCodeType {
  CREDIT_CODE("001", "统一社会信用代码", "unified social credit code"),
  OTHER_ORGANISATION("099", "其他法人或其他组织有效证件", "other document of an organisation"),
  CITIZEN_NUMBER("111", "公民身份号码", "citizen number"),
  OFFICER("114", "军官证", "officer's card"),
  POLICE_OFFICER("115", "武警警官证", "armed police officer's card"),
  SOLDIER("118", "士兵证", "soldier's card"),
  POLICE_SOLDIER("119", "武警士兵证", "armed police soldier's card"),
  ARMY_CIVILIAN("120", "解放军文职人员证", "army civilian's card"),
  POLICE_CIVILIAN("122", "武警文职人员证", "armed police civilian's card"),
  DIPLOMATIC_PASSPORT("411", "外交护照", "diplomatic passport"),
  SERVICE_PASSPORT("412", "公务护照", "service passport"),
  PUBLIC_PASSPORT("413", "公务普通护照", "passport for public affairs"),
  PASSPORT("414", "普通护照", "passport"),
  TAIWAN_PERMIT("511", "台湾居民来往大陆通行证", "Taiwan residents' travel permit"),
  HONG_KONG_MACAO_PERMIT("516", "港澳居民来往内地通行证", "Hong Kong and Macao residents' travel permit"),
  OTHER_PERSON("999", "其他自然人有效证件", "other document of a person");

  private final String code;
  private final Text text;

  HolderCodeType(String code, String zh, String en) {
    this.code = code;
    this.text = Text.of(zh, en);
  }

  public String code() {
    return code;
  }

  public Text text() {
    return text;
  }

  /** Whether the code names a natural person and is personal data. */
  public boolean isPerson() {
    return this != CREDIT_CODE && this != OTHER_ORGANISATION;
  }

  public static Optional<HolderCodeType> find(String code) {
    return Arrays.stream(values()).filter(it -> it.code.equals(code)).findFirst();
  }

  public static HolderCodeType parse(String code) {
    return find(code)
        .orElseThrow(
            () ->
                MalformedValue.of(
                    Text.of("持证主体代码类型", "holder code type"),
                    code,
                    Text.of("不在代码表中", "is not in the code list"),
                    "111"));
  }
}
