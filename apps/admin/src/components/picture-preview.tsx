import {
  RotateLeftOutlined,
  RotateRightOutlined,
  UndoOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
  CloseOutlined,
} from "@ant-design/icons";
import { Button, type ImageProps } from "antd";
import { type ReactElement, type ReactNode, useEffect, useState } from "react";

type Preview = Exclude<ImageProps["preview"], boolean | undefined>;
type Tools = Parameters<NonNullable<Preview["actionsRender"]>>[1];

/** Pixels one press of an arrow key moves the picture. */
const STEP = 60;
const NOWHERE = { x: 0, y: 0 };

/**
 * How a picture is looked at closely: zoom by buttons, wheel, two fingers or + and -; moved by dragging or the arrow
 * keys; 0 puts it back. Spread into antd's `preview`.
 */
export function usePicturePreview(
  open: boolean,
): Pick<Preview, "actionsRender" | "imageRender" | "closeIcon" | "maxScale"> {
  const [shift, setShift] = useState(NOWHERE);
  if (!open && shift !== NOWHERE) setShift(NOWHERE);
  return {
    maxScale: 20,
    closeIcon: <CloseOutlined aria-label="关闭图片" />,
    imageRender: (image: ReactElement) => (
      <div className="picture-shifted" style={{ transform: `translate(${shift.x}px, ${shift.y}px)` }}>
        {image}
      </div>
    ),
    actionsRender: (_original: ReactElement, tools: Tools) => (
      <PictureTools
        tools={tools}
        onMove={(x, y) => setShift((old) => ({ x: old.x + x * STEP, y: old.y + y * STEP }))}
        onReset={() => setShift(NOWHERE)}
      />
    ),
  };
}

interface PictureToolsProps {
  tools: Tools;
  onMove: (x: number, y: number) => void;
  onReset: () => void;
}

function PictureTools({ tools: { actions }, onMove, onReset }: PictureToolsProps) {
  function reset() {
    actions.onReset();
    onReset();
  }

  useEffect(() => {
    const keys: Readonly<Record<string, () => void>> = {
      "+": actions.onZoomIn,
      "=": actions.onZoomIn,
      "-": actions.onZoomOut,
      "0": reset,
      ArrowLeft: () => onMove(1, 0),
      ArrowRight: () => onMove(-1, 0),
      ArrowUp: () => onMove(0, 1),
      ArrowDown: () => onMove(0, -1),
    };
    function press(event: KeyboardEvent) {
      const act = keys[event.key];
      if (!act || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      act();
    }
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  });

  return (
    <div className="picture-tools" role="toolbar" aria-label="查看图片">
      <Tool label="缩小" icon={<ZoomOutOutlined />} onClick={actions.onZoomOut} />
      <Tool label="放大" icon={<ZoomInOutlined />} onClick={actions.onZoomIn} />
      <Tool label="向左转" icon={<RotateLeftOutlined />} onClick={actions.onRotateLeft} />
      <Tool label="向右转" icon={<RotateRightOutlined />} onClick={actions.onRotateRight} />
      <Tool label="还原" icon={<UndoOutlined />} onClick={reset} />
    </div>
  );
}

const Tool = ({ label, icon, onClick }: { label: string; icon: ReactNode; onClick: () => void }) => (
  <Button type="text" size="large" icon={icon} aria-label={label} title={label} onClick={onClick} />
);
