import { moduleLabels, lockedModules } from "@linli/contracts/enums";
import { Checkbox, Form, Input, Select } from "antd";
import { DateInput, PeriodPicker } from "../../components/date-input";
import { Field } from "../../components/field";
import { optionsOf } from "../../lib/labels";

const timeZones = {
  "Asia/Shanghai": "北京时间（Asia/Shanghai）",
  "Asia/Urumqi": "新疆时间（Asia/Urumqi）",
  "Asia/Hong_Kong": "香港（Asia/Hong_Kong）",
  "Asia/Macau": "澳门（Asia/Macau）",
};

/** Who the area is: what a new one must say. */
export function ProjectIdentityFields() {
  return (
    <>
      <Field name="name" extra="请填写该项目物业管理机构的全称，通知单和收据上印的就是它">
        <Input />
      </Field>
      <div className="form-columns">
        <Field name="shortName">
          <Input placeholder="例如：翠湖花园" />
        </Field>
        <Field name="telephone">
          <Input />
        </Field>
      </div>
      <Field name="address">
        <Input />
      </Field>
    </>
  );
}

/** When it begins and whose clock it keeps. */
export function ProjectTimeFields({ firstPeriodHint }: { firstPeriodHint: string }) {
  return (
    <div className="form-columns">
      <Field name="firstPeriod" extra={firstPeriodHint}>
        <PeriodPicker allowClear={false} />
      </Field>
      <Field name="moveInOn" extra="房产资料应在入伙前一个月录完">
        <DateInput />
      </Field>
      <Field name="timeZone">
        <Select options={optionsOf(timeZones)} />
      </Field>
    </div>
  );
}

/** The names of the four levels; there are always four (GAP-02). */
export function LevelNameFields() {
  return (
    <Form.Item label="四级目录名称" required extra="目录固定四级；没有单元的楼，第三级可以叫“楼层”或“区”">
      <div className="level-names">
        {[0, 1, 2, 3].map((level) => (
          <Form.Item
            key={level}
            noStyle
            name={["levelNames", level]}
            rules={[
              { required: true, message: `请填写第 ${level + 1} 级名称` },
              { pattern: /^[\p{Script=Han}A-Za-z0-9]{1,8}$/u, message: "1 至 8 个汉字、字母或数字" },
            ]}
          >
            <Input aria-label={`第 ${level + 1} 级名称`} prefix={<span className="tree-count">{level + 1}</span>} />
          </Form.Item>
        ))}
      </div>
    </Form.Item>
  );
}

/** Module switches; compulsory ones are locked on. */
export function ModuleFields() {
  return (
    <Field name="modules" extra="必备模块不能关闭">
      <Checkbox.Group
        options={optionsOf(moduleLabels).map(({ value, label }) => {
          const isLocked = lockedModules.includes(value);
          return { value, label: isLocked ? `${label}（必备）` : label, disabled: isLocked };
        })}
      />
    </Field>
  );
}
