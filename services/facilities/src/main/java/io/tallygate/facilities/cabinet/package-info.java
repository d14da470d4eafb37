/** Cabinets 密码文件柜 (R9, C19) and the highest level each may hold. Plain records, hence one flat package. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.cabinet;
