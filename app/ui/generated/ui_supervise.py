# From forms/screens/supervise.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# 督办 (信访工作条例第39、40条).

################################################################################
## Form generated from reading UI file 'supervise.ui'
##
## Created by: Qt User Interface Compiler version 6.9.3
##
## WARNING! All changes made in this file will be lost when recompiling UI file!
################################################################################

from PySide6.QtCore import (QCoreApplication, QDate, QDateTime, QLocale,
    QMetaObject, QObject, QPoint, QRect,
    QSize, QTime, QUrl, Qt)
from PySide6.QtGui import (QBrush, QColor, QConicalGradient, QCursor,
    QFont, QFontDatabase, QGradient, QIcon,
    QImage, QKeySequence, QLinearGradient, QPainter,
    QPalette, QPixmap, QRadialGradient, QTransform)
from PySide6.QtWidgets import (QApplication, QGridLayout, QSizePolicy, QWidget)

from app.ui.widgets.designed_acts import TallRow
from app.ui.widgets.designed_rows import (DayRow, TextRow)

class Ui_SuperviseForm(object):
    def setupUi(self, SuperviseForm):
        if not SuperviseForm.objectName():
            SuperviseForm.setObjectName(u"SuperviseForm")
        self.grid = QGridLayout(SuperviseForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.to_row = TextRow(SuperviseForm)
        self.to_row.setObjectName(u"to_row")
        self.to_row.setProperty(u"path", u"to")
        self.to_row.setMandatory(True)
        self.to_row.setLimit(100)

        self.grid.addWidget(self.to_row, 0, 0, 1, 2)

        self.reason_row = TallRow(SuperviseForm)
        self.reason_row.setObjectName(u"reason_row")
        self.reason_row.setProperty(u"path", u"reason")
        self.reason_row.setMandatory(True)
        self.reason_row.setLimit(5000)
        self.reason_row.setLines(4)

        self.grid.addWidget(self.reason_row, 1, 0, 1, 2)

        self.on_row = DayRow(SuperviseForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 2, 0, 1, 1)

        self.answer_by_row = DayRow(SuperviseForm)
        self.answer_by_row.setObjectName(u"answer_by_row")
        self.answer_by_row.setProperty(u"path", u"answer_by")
        self.answer_by_row.setMandatory(True)

        self.grid.addWidget(self.answer_by_row, 2, 1, 1, 1)

        self.by_row = TextRow(SuperviseForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 3, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(SuperviseForm)

        QMetaObject.connectSlotsByName(SuperviseForm)
    # setupUi

    def retranslateUi(self, SuperviseForm):
        self.to_row.setCaption(QCoreApplication.translate("SuperviseForm", u"\u88ab\u7763\u529e\u7684\u673a\u5173\u3001\u5355\u4f4d", None))
        self.reason_row.setCaption(QCoreApplication.translate("SuperviseForm", u"\u7763\u529e\u7684\u7406\u7531\u548c\u8981\u6c42", None))
        self.on_row.setCaption(QCoreApplication.translate("SuperviseForm", u"\u7763\u529e\u65e5\u671f", None))
        self.answer_by_row.setCaption(QCoreApplication.translate("SuperviseForm", u"\u7b54\u590d\u671f\u9650", None))
        self.by_row.setCaption(QCoreApplication.translate("SuperviseForm", u"\u7ecf\u529e\u4eba", None))
        pass
    # retranslateUi
