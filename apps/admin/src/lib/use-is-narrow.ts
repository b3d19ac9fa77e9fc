import { Grid } from "antd";

/** Whether the screen is that of a telephone. */
export const useIsNarrow = (): boolean => Grid.useBreakpoint().md === false;
