# From forms/screens/demand_proof.ui by scripts/compile_screens.py; change the form instead.
# -*- coding: utf-8 -*-

# Identity papers by a day.

################################################################################
## Form generated from reading UI file 'demand_proof.ui'
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

class Ui_DemandProofForm(object):
    def setupUi(self, DemandProofForm):
        if not DemandProofForm.objectName():
            DemandProofForm.setObjectName(u"DemandProofForm")
        self.grid = QGridLayout(DemandProofForm)
        self.grid.setObjectName(u"grid")
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(10)
        self.grid.setContentsMargins(0, 0, 0, 0)
        self.on_row = DayRow(DemandProofForm)
        self.on_row.setObjectName(u"on_row")
        self.on_row.setProperty(u"path", u"on")
        self.on_row.setMandatory(True)

        self.grid.addWidget(self.on_row, 0, 0, 1, 1)

        self.due_on_row = DayRow(DemandProofForm)
        self.due_on_row.setObjectName(u"due_on_row")
        self.due_on_row.setProperty(u"path", u"due_on")
        self.due_on_row.setMandatory(True)

        self.grid.addWidget(self.due_on_row, 0, 1, 1, 1)

        self.by_row = TextRow(DemandProofForm)
        self.by_row.setObjectName(u"by_row")
        self.by_row.setProperty(u"path", u"by")
        self.by_row.setMandatory(True)
        self.by_row.setLimit(50)

        self.grid.addWidget(self.by_row, 1, 0, 1, 1)

        self.materials_row = TallRow(DemandProofForm)
        self.materials_row.setObjectName(u"materials_row")
        self.materials_row.setProperty(u"path", u"materials")
        self.materials_row.setMandatory(True)
        self.materials_row.setLimit(1000)
        self.materials_row.setLines(3)

        self.grid.addWidget(self.materials_row, 2, 0, 1, 2)

        self.grid.setColumnStretch(0, 1)
        self.grid.setColumnStretch(1, 1)

        self.retranslateUi(DemandProofForm)

        QMetaObject.connectSlotsByName(DemandProofForm)
    # setupUi

    def retranslateUi(self, DemandProofForm):
        self.on_row.setCaption(QCoreApplication.translate("DemandProofForm", u"\u65e5\u671f", None))
        self.due_on_row.setCaption(QCoreApplication.translate("DemandProofForm", u"\u63d0\u4f9b\u671f\u9650", None))
        self.by_row.setCaption(QCoreApplication.translate("DemandProofForm", u"\u7ecf\u529e\u4eba", None))
        self.materials_row.setCaption(QCoreApplication.translate("DemandProofForm", u"\u9700\u8981\u63d0\u4f9b\u7684\u8eab\u4efd\u8bc1\u660e\u6750\u6599", None))
        pass
    # retranslateUi
