import { type PointerEvent, type Ref, useImperativeHandle, useRef } from "react";

export interface SignaturePadHandle {
  clear: () => void;
  /** The signature as a PNG on transparent ground. */
  toPng: () => Promise<Blob | null>;
}

const WIDTH = 600;
const HEIGHT = 240;

/** A field to sign in with finger, pen or mouse. */
export function SignaturePad({
  ref,
  label,
  onChange,
}: {
  ref: Ref<SignaturePadHandle>;
  label: string;
  onChange: (isEmpty: boolean) => void;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const isDrawing = useRef(false);

  useImperativeHandle(ref, () => ({
    clear() {
      canvas.current?.getContext("2d")?.clearRect(0, 0, WIDTH, HEIGHT);
      onChange(true);
    },
    toPng: () =>
      new Promise((resolve) => {
        if (canvas.current) canvas.current.toBlob(resolve, "image/png");
        else resolve(null);
      }),
  }));

  /** Where the pointer is in the picture, which the page may show smaller. */
  function at(event: PointerEvent<HTMLCanvasElement>): [number, number] {
    const box = event.currentTarget.getBoundingClientRect();
    return [((event.clientX - box.left) * WIDTH) / box.width, ((event.clientY - box.top) * HEIGHT) / box.height];
  }

  function begin(event: PointerEvent<HTMLCanvasElement>) {
    const pen = event.currentTarget.getContext("2d");
    if (!pen) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    isDrawing.current = true;
    // Ink, in the dark theme too: the field is white paper.
    Object.assign(pen, { lineWidth: 4, lineCap: "round", lineJoin: "round", strokeStyle: "#16181d" });
    pen.beginPath();
    pen.moveTo(...at(event));
  }

  function draw(event: PointerEvent<HTMLCanvasElement>) {
    const pen = event.currentTarget.getContext("2d");
    if (!isDrawing.current || !pen) return;
    pen.lineTo(...at(event));
    pen.stroke();
    onChange(false);
  }

  return (
    <canvas
      ref={canvas}
      className="signature-pad"
      width={WIDTH}
      height={HEIGHT}
      role="img"
      aria-label={`${label}：请在框内书写`}
      onPointerDown={begin}
      onPointerMove={draw}
      onPointerUp={() => (isDrawing.current = false)}
      onPointerCancel={() => (isDrawing.current = false)}
    />
  );
}
